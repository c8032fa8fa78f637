"""The one script of a page: it narrows the cards down; the page is whole without it."""

SCRIPT = """\
(() => {
  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const cards = [...document.querySelectorAll("div.card")];
  const rows = [...document.querySelectorAll("tr.row")];
  const choices = [...form.querySelectorAll("select")];
  const fits = (card) => choices.every(({ name, value }) => {
    const own = card.dataset[name].split(" ").filter(Boolean);
    return !value || own.includes(value) || (name === "paths" && !own.length);
  });
  const apply = () => {
    const chosen = choices.some(({ value }) => value);
    let shown = 0;
    for (const card of cards) {
      card.hidden = !fits(card);
      shown += !card.hidden;
    }
    for (const row of rows) {
      for (const cell of row.querySelectorAll("td")) {
        const left = cell.querySelector("div.card:not([hidden])");
        cell.classList.toggle("none", chosen && !left && !cell.querySelector(".feelings"));
      }
      row.classList.toggle("hide", chosen && !row.querySelector("div.card:not([hidden])"));
    }
    count.textContent = count.dataset.words
      .replace("{shown}", shown).replace("{all}", cards.length);
  };
  const show = () => {
    const card = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (card && card.hidden) {
      form.reset();
      apply();
      card.scrollIntoView();
    }
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  addEventListener("hashchange", show);
  form.hidden = false;
})();
"""
