"""Pictures that a state makes for its page."""

import segno


def qr_picture(link: str) -> str:
    """A QR as an address that holds the picture itself, so that no log ever has what is in it."""
    return segno.make(link, micro=False).svg_data_uri(light="white", omitsize=True)
