"""The clients, their connections and resources."""
