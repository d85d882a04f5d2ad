"""Pictures that a state makes for its page."""

import segno


def qr_picture(link: str) -> str:
    """A QR code as an address that contains the picture itself, so that it never appears in a
    log."""
    return segno.make(link, micro=False).svg_data_uri(light="white", omitsize=True)
