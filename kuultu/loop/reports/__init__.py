"""Talk and record: in comes what a scribe wrote, in the browser, in Word or on paper; out goes a delivered report."""
