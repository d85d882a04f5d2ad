/* What had the focus may be sent, stored or put away. Then the focus goes to the card that it became or stood in,
   and never to the top of the page; without a card it goes to the task. */
import { useEffect } from "react";

const SETTLE = 60; // a browser lets go of what was hidden only after it drew the page anew
const PATIENCE = 1500; // for a card that comes once something is stored

let expected = "";

/** The card with this name is where what is sent now will stand. */
export const expectCard = (name) => {
  expected = name;
};

const isThere = (element) => element?.isConnected && element.getClientRects().length > 0 && !element.disabled;

const cardsAround = (element) => {
  const card = element.closest?.("[data-card]");
  return card ? [card.dataset.card, ...cardsAround(card.parentElement)] : [];
};

const cardNamed = (name) => [...document.querySelectorAll("[data-card]")].find((card) => card.dataset.card === name && isThere(card));

const land = (element) => {
  if (!element) return;
  element.setAttribute("tabindex", "-1");
  element.focus();
};

export function FocusKeeper() {
  useEffect(() => {
    let had = null;
    let lostAt = 0;
    let timer;
    const remember = ({ target }) => {
      had = { target, cards: cardsAround(target) };
      expected = lostAt ? "" : expected;
      lostAt = 0;
    };
    const isLost = () => had && document.activeElement === document.body && !isThere(had.target);
    const look = () => {
      if (!isLost()) return;
      lostAt ||= performance.now();
      const card = [expected, ...had.cards].map(cardNamed).find(Boolean);
      if (card) return land(card);
      if (performance.now() - lostAt >= PATIENCE) return land(document.querySelector("main h1"));
      lookSoon(PATIENCE);
    };
    const lookSoon = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(look, wait);
    };
    const watch = new MutationObserver(() => lookSoon(SETTLE));
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["hidden", "disabled", "open"] });
    document.addEventListener("focusin", remember);
    return () => {
      watch.disconnect();
      clearTimeout(timer);
      document.removeEventListener("focusin", remember);
    };
  }, []);
  return null;
}
