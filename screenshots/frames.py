"""Writes a frame to look at: an SVG, and a PNG beside it where cairosvg is installed."""

from __future__ import annotations

from pathlib import Path


def write_frame(svg: str, path: Path) -> None:
    """Write a drawing of Rich's to `path`, in a font that this machine is likely to have."""
    svg = svg.replace("Fira Code", "DejaVu Sans Mono")
    path.write_text(svg, encoding="utf-8")
    try:
        import cairosvg  # type: ignore[import-untyped]  # it has no types
    except ImportError:
        return
    cairosvg.svg2png(bytestring=svg.encode(), write_to=str(path.with_suffix(".png")))
