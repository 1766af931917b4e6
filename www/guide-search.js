// Filters the list of guides by words. Everything is in the page: nothing is asked of a server.
"use strict";
(() => {
  const box = document.getElementById("search");
  const find = document.getElementById("find");
  const count = document.getElementById("count");
  const items = Array.from(document.querySelectorAll("[data-words]"), (item) => [
    item,
    `${item.dataset.words} ${item.textContent.toLowerCase()}`,
  ]);
  const sections = Array.from(document.querySelectorAll("main > section"));
  box.classList.remove("g-waiting");

  // Ids, numbers and punctuation of a pasted error find nothing: what is left are its words.
  const words = (text) =>
    text
      .toLowerCase()
      .split(/[^a-z0-9_.:-]+/)
      .map((word) => word.replace(/^[.:-]+|[.:-]+$/g, ""))
      .filter((word) => word.length > 1 && !/^[0-9a-f]{8}-/.test(word));

  const show = () => {
    const wanted = [...new Set(words(find.value))].slice(0, 60);
    // Of a long paste no guide has every word: the best ones are shown.
    const score = (text) => wanted.reduce((sum, word) => sum + (text.includes(word) ? 1 : 0), 0);
    const scores = items.map(([, text]) => score(text));
    const best = Math.max(...scores);
    const least = wanted.length < 5 ? wanted.length : Math.max(1, Math.ceil(best * 0.9));
    let shown = 0;
    items.forEach(([item], at) => {
      item.hidden = scores[at] < least;
      shown += item.hidden ? 0 : 1;
    });
    for (const section of sections) {
      const own = section.querySelectorAll("[data-words]");
      section.hidden = wanted.length > 0 && !Array.from(own).some((item) => !item.hidden);
    }
    const { none, one, many } = count.dataset;
    count.textContent =
      wanted.length === 0 ? "" : shown === 0 ? none : shown === 1 ? one : many.replace("{count}", shown);
  };
  let later = 0;
  find.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(show, 120);
  });
  show();
})();
