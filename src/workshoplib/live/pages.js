"use strict";
const asked = (selector, use) => document.querySelectorAll(selector).forEach(use);

asked("[data-copy]", (button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    // navigator.clipboard is there only over https and on this machine itself; the older way works on any Wi-Fi.
    const field = document.getElementById(button.dataset.copy);
    field.select();
    document.execCommand("copy");
    document.getElementById(button.dataset.told).textContent = button.dataset.done;
  });
});

const tell = async (place, show) => {
  try {
    const answer = await fetch(place.dataset.from, { cache: "no-store" });
    if (answer.ok) { show(await answer.json()); } else { location.reload(); }
  } catch { /* the network is away; the next round asks again */ }
};

asked("[data-from]", (place) => {
  setInterval(() => tell(place, (answer) => {
    if (answer.ready) { location.reload(); return; }
    if (place.textContent !== answer.told) { place.textContent = answer.told; }
  }), Number(place.dataset.every));
});
