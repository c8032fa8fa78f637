"""From a drawing to PDF, SVG, PNG or the screen; painters know drawings and nothing else."""
