// React gives a text area its first text again as it takes a page over, also where somebody has typed
// meanwhile, or selected the text. So it reads no text of one that was typed into, and the same text
// is not laid over itself.
const { textContent } = Object.getOwnPropertyDescriptors(Node.prototype);
const { defaultValue } = Object.getOwnPropertyDescriptors(HTMLTextAreaElement.prototype);

Object.defineProperties(HTMLTextAreaElement.prototype, {
  textContent: {
    ...textContent,
    get(this: HTMLTextAreaElement) {
      return this.value === this.defaultValue ? textContent.get?.call(this) : "";
    },
  },
  defaultValue: {
    ...defaultValue,
    set(this: HTMLTextAreaElement, text: string) {
      if (text !== this.defaultValue) defaultValue.set?.call(this, text);
    },
  },
});

export {};
