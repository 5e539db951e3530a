"""Rules for our x- keys, as spec/EXTENSIONS.md describes them."""
