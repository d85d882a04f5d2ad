"""Paper: pages are set with Typst, from a source of ours and the values that it shows."""
