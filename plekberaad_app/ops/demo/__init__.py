"""The demonstration: an evening with a full room, for somebody who is on their own."""
