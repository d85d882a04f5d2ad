"""The vars in which a wall travels, oldest notes first: what is sent and what is drawn agree."""

TIERS = ("notes_settled", "notes_older", "notes_old", "notes_recent", "notes_newest")
