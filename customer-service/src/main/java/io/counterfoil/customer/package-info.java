/**
 * Who our customers are: one golden record for each, whatever number of systems know it under whatever ids.
 *
 * <p>{@code reference}: by what others know a customer, each held by one only. {@code matching}: which customer an outside
 * account means, or that a person has to say. {@code ownership}: who may say what. {@code customer}: the golden record, its
 * states, its history. {@code onboarding}: other systems speak; tasks for people. {@code merging}: two records become one.
 * {@code hierarchy}: who belongs to whom. {@code credit}: how much a customer may owe us.
 *
 * <p>Facts leave as {@code customer.*}; orders, invoices, payments and dunning come in, for what a customer owes.
 */
package io.counterfoil.customer;
