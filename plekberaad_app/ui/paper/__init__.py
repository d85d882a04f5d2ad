"""What is printed, in the look of the screens: colours, icons, table signs, and `paper.typ`."""

from plekberaad_app.ui.paper.look import Sheet, icon_svg, look
from plekberaad_app.ui.paper.table_signs import sign_svg

__all__ = ["Sheet", "icon_svg", "look", "sign_svg"]
