import { type Quote, whereOf } from "@/domain/ratings/quotes";

/** One passage, and where it stands. */
export function QuoteWords({ quote }: { quote: Quote }) {
  const where = whereOf(quote);
  return (
    <>
      <blockquote>“{quote.text}”</blockquote>
      {where && <p className="quote-where">{where}</p>}
    </>
  );
}

/** What a coder quotes for one factor, to read. Nothing when they quote nothing. */
export function QuoteList({ quotes }: { quotes: readonly Quote[] }) {
  if (quotes.length === 0) return null;
  return (
    <ul className="quotes">
      {quotes.map((quote, index) => (
        // A list that is only read: two quotes of it can be the same, and none is ever moved.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is all there is
        <li className="quote" key={index}>
          <QuoteWords quote={quote} />
        </li>
      ))}
    </ul>
  );
}
