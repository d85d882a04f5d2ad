"""The vars in which a wall is sent, oldest notes first: sender and screen agree on them here."""

TIERS = ("notes_settled", "notes_older", "notes_old", "notes_recent", "notes_newest")
