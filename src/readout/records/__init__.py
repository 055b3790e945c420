"""The frozen records that travel between the steps: Page -> Article -> Reading, or a Refusal."""
