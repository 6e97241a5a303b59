import type { FactorView } from "./rating-form-state";

/** The keys of the factors, in their order. */
export const factorKeys = "abcdefghijklm";

/** Where the keys of the rating page work. */
export interface Keyboard {
  readonly form: HTMLFormElement;
  readonly factors: readonly FactorView[];
  /** The factor in hand. */
  readonly inHand: FactorView;
  /** Tells those who cannot see it what came of a key. */
  say(words: string): void;
  showHelp(): void;
}

/** What a key does where somebody presses it; null when it is none of ours. */
export function deedOf(event: KeyboardEvent, keyboard: Keyboard): (() => void) | null {
  const target = event.target as Element;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  const { form, factors, inHand, showHelp } = keyboard;
  if (target.matches("textarea, input:not([type=radio], [type=checkbox])"))
    return event.key === "Escape" ? () => goToLevels(form, inHand) : null;
  const pressed = event.key.toLowerCase();
  if (pressed.length !== 1) return null;
  const factor = factors[factorKeys.indexOf(pressed)];
  if (factor) return () => goToLevels(form, factor);
  if (/[0-3]/.test(pressed)) return () => choose(keyboard, Number(pressed));
  if (pressed === "n") return () => goToNext(keyboard);
  if (pressed === "w") return () => field(form, `${inHand.key}.note`)?.focus();
  if (pressed === "u") return () => toggleUnsure(keyboard);
  return pressed === "?" ? showHelp : null;
}

function field(form: HTMLFormElement, name: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(`[name="${name}"]`);
}

function radiosOf(form: HTMLFormElement, { key }: FactorView): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(`[name="${key}.level"]`)];
}

/** To the level that is chosen, or to the first. */
function goToLevels(form: HTMLFormElement, factor: FactorView) {
  const radios = radiosOf(form, factor);
  (radios.find((radio) => radio.checked) ?? radios[0])?.focus();
}

function goToNext({ form, factors, inHand, say }: Keyboard) {
  const after = factors.indexOf(inHand) + 1;
  const inOrder = [...factors.slice(after), ...factors.slice(0, after)];
  const next = inOrder.find((one) => !radiosOf(form, one).some((radio) => radio.checked));
  if (next) return goToLevels(form, next);
  say("Every factor has a level");
  document.getElementById("submit-ratings")?.focus();
}

function choose({ form, inHand, say }: Keyboard, score: number) {
  const level = inHand.levels.find((one) => one.score === score);
  if (!level) return say(`${inHand.label} has no level with the score ${score}`);
  const radio = radiosOf(form, inHand).find(({ value }) => value === level.key);
  radio?.focus();
  radio?.click();
}

function toggleUnsure({ form, inHand, say }: Keyboard) {
  const box = field(form, `${inHand.key}.unsure`);
  if (!(box instanceof HTMLInputElement)) return;
  box.click();
  say(`${inHand.label}: ${box.checked ? "unsure" : "no longer unsure"}`);
}
