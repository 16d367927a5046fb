package io.counterfoil.common.samples.crowded.shop;

public class OneOffer {}
