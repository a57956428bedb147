const buttons = [...document.querySelectorAll("button")];
const cards = [...document.querySelectorAll("article")];
const search = document.getElementById("search");
const none = document.getElementById("none");

function update() {
  const off = new Set(
    buttons
      .filter((button) => button.getAttribute("aria-pressed") === "false")
      .map((button) => button.dataset.wire || button.dataset.rust),
  );
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const card of cards) {
    const text = card.textContent.toLowerCase();
    const fits =
      !off.has(card.dataset.wire) &&
      !off.has(card.dataset.rust) &&
      words.every((word) => text.includes(word));
    card.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  none.hidden = shown > 0;
}

for (const button of buttons) {
  button.addEventListener("click", () => {
    const pressed = button.getAttribute("aria-pressed") === "true";
    button.setAttribute("aria-pressed", String(!pressed));
    update();
  });
}
search.addEventListener("input", update);
