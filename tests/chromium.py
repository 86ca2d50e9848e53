"""The browser that tests drive: where it is, how it is started, and which tests are left out where there is none."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, sync_playwright

PROGRAM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
_WITHOUT = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
)
"""The first two make two pages more in each window, for an address bar that nobody sees: a second of work every time.
The others are of Playwright's own list, for which this one is taken: Chromium reads the last that it is given."""
QUIETLY = [
    f"--disable-features={','.join(_WITHOUT)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = ViewportSize(width=390, height=844)
LAPTOP = ViewportSize(width=1280, height=900)

MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(not PROGRAM.is_file(), reason=f"there is no Chromium at {PROGRAM}: set CHROMIUM to its path"),
]
"""Marks of all tests in a file that drives a browser."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that has just been started."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(PROGRAM), args=QUIETLY)
        try:
            yield browser
        finally:
            browser.close()
