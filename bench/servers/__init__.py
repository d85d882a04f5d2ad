"""The servers that are measured, a folder each, behind one interface (bench.house)."""
