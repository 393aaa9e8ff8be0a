"""A picture on sheets of paper: each sheet an SVG of its own."""
