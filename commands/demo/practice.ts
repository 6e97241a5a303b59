import type { InventedRatings } from "./cases-2016";

/** The reason for Not indicated where the text has nothing to say. */
export const nothingShows = "Nothing in the text speaks of it. That is all that the level says.";

/** The practice case of the demonstration. Every word of it is made up. */
export const inventedPractice = {
  text: [
    "This text is made up for practice. There is no such family, and it is about no case.",
    "Page 1. Household M: two adults, called Adult 1 and Adult 2, and the children in their care. Work to first hearing began in spring and ended in summer of the same year.",
    "Page 2. A health visitor came to the home seven times. On two visits nobody opened the door, and one appointment at the clinic was missed. On the other visits the home was warm and there was food in the house.",
    "Page 3. Adult 2 was heard to say to the children that everything was their fault. The school noted this once, in May, and not again.",
    "Page 4. The police were called to the home four times within three months, because Adult 1 had struck Adult 2. On the last occasion the children were in the room, and Adult 2 needed hospital treatment.",
    "Page 5. Adult 1 said that both had stopped drinking two years before. Adult 2 said that Adult 1 still drank at weekends, sometimes until they fell asleep on the stairs.",
    "Page 6. The children had been subjects of a child protection plan. It ended a year before the work began.",
    "Page 7. Adult 1 wrote in a message to Adult 2 that they would take the children where nobody would find them. Adult 2 showed the message to the court adviser, and Adult 1 said that it had been meant as a joke.",
  ].join("\n\n"),
  scores: "1100301000220",
  reasons: {
    neglect: "Page 2: two visits and one appointment were missed, and on all others care was good.",
    emotional_abuse: "Page 3: said once, and noted by one person. It is not shown to be a pattern.",
    domestic_violence:
      "Page 4: recent, frequent, and severe enough for hospital treatment, with the children there.",
    parental_alcohol_misuse:
      "Page 5: the two accounts differ. What is shown is some use at weekends, without effects on the children.",
    child_protection_plan: "Page 6: it had ended before the work began, so previously.",
    threats_or_abduction:
      "Page 7: a threat in writing to take the children away. Meant as a joke or not, it was made; it was made once.",
  } as Readonly<Record<string, string>>,
  given: {
    scores: "2100300000210",
    notes: { neglect: "Page 2: visits missed more than once" },
  } satisfies InventedRatings,
};
