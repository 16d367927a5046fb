package io.counterfoil.common.samples.names.words;

/** A good name among the bad. */
class Price {}
