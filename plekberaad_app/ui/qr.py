"""QR codes as drawings."""

import io

import segno


def qr_svg(
    link: str, *, dark: str = "black", light: str | None = "white", border: int = 4
) -> bytes:
    """The QR code of a link, as SVG that fills the space it gets; `border` in modules.

    `light` makes it readable on a dark ground; None leaves the ground as it is.
    """
    drawing = io.BytesIO()
    segno.make(link, micro=False).save(
        drawing, kind="svg", dark=dark, light=light, border=border, omitsize=True
    )
    return drawing.getvalue()
