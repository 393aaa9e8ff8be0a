"""Charts of indicators: over time, and by the values of an attribute."""
