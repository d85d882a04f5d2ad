"""Measures Plekberaad beside a bare limit server and NiceGUI; page weight; sizes of the code."""
