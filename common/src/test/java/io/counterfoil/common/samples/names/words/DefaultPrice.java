package io.counterfoil.common.samples.names.words;

class DefaultPrice {}
