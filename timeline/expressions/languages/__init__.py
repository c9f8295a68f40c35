"""The languages: one TOML file each, and in a built package what was compiled from them."""
