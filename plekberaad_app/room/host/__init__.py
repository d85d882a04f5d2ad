"""The screen of one table: of whoever helps it, or the device that it shares."""
