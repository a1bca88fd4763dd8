"""The report: one HTML file, whole in itself. `report.render` gives it."""
