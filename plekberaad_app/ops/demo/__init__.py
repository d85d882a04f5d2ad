"""The demonstration: an evening with a full room, for somebody who is alone with it."""
