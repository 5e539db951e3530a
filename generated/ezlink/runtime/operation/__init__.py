"""An endpoint as data, and the calls that are built from it."""
