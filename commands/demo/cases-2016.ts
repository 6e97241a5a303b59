import type { Registration } from "@/domain/cases";
import type { Quote } from "@/domain/ratings/quotes";

/** What one coder of an invented case gives: 13 scores in codebook order, and some notes. */
export interface InventedRatings {
  /** One character per factor; "-" where the coder has not chosen yet. */
  readonly scores: string;
  readonly notes?: Readonly<Record<string, string>>;
  readonly quotes?: Readonly<Record<string, readonly Quote[]>>;
  readonly unsure?: readonly string[];
}

/** An invented case of the 2016 sample. Every word of it is made up. */
export interface InventedCase extends Pick<Registration, "caseType" | "incidentType"> {
  readonly reference: string;
  readonly lead?: InventedRatings;
  readonly second?: InventedRatings;
  readonly third?: InventedRatings;
  readonly coders: readonly ("lead" | "second" | "third")[];
  readonly submitted: readonly ("lead" | "second" | "third")[];
}

const everyone = ["lead", "second", "third"] as const;

function quote(text: string, page: string, place = ""): Quote {
  return { text, page, place, at: null };
}

export const invented2016: readonly InventedCase[] = [
  {
    reference: "2016-01",
    caseType: "public_s31",
    incidentType: "neglect_non_fatal",
    coders: everyone,
    submitted: [],
  },
  {
    reference: "2016-02",
    caseType: "private_wtfh",
    incidentType: "physical_abuse_non_fatal",
    coders: ["lead", "third"],
    submitted: [],
  },
  {
    reference: "2016-03",
    caseType: "private_wtfh_wafh",
    incidentType: "spite_revenge_killing",
    coders: everyone,
    submitted: [],
    lead: {
      scores: "230-3120-----",
      notes: {
        neglect: "Page 4: health visits missed more than once",
        domestic_violence: "Page 6, paragraph 2: police called during the involvement",
      },
      quotes: {
        neglect: [
          quote("Three health visits were missed between January and March", "4", "paragraph 2"),
          quote("The children were seen in the same clothes on each visit", "5"),
        ],
        emotional_abuse: [quote("He is told that it is his fault when they argue", "6")],
      },
      unsure: ["domestic_violence"],
    },
    second: { scores: "2300----0----" },
  },
  {
    reference: "2016-04",
    caseType: "public_and_private",
    incidentType: "sexual_abuse",
    coders: everyone,
    submitted: ["lead", "second"],
    lead: {
      scores: "1203200002000",
      notes: { sexual_abuse: "Page 9: contact without safeguards, as assessed at the time" },
    },
    second: { scores: "1103200002000", notes: { sexual_abuse: "Pages 9 and 10" } },
    third: { scores: "11-----------" },
  },
  {
    reference: "2016-05",
    caseType: "public_s31",
    incidentType: "physical_abuse_fatal",
    coders: everyone,
    submitted: everyone,
    lead: {
      scores: "2300213320203",
      notes: {
        neglect: "Page 3: repeated lapses, some effect",
        parental_mental_health: "Page 11, paragraph 1: two crisis contacts, untreated",
        other: "Page 2: the child’s health",
      },
      quotes: {
        neglect: [quote("Neighbours twice reported the children out alone", "3", "paragraph 4")],
        parental_mental_health: [
          quote("GP records note two crisis contacts in the month before the hearing", "11"),
        ],
      },
    },
    second: {
      scores: "1302213120203",
      notes: {
        neglect: "Page 3, one report only",
        sexual_abuse: "Page 8: strong indicators, not followed up",
        parental_mental_health: "Page 3: past, managed by the GP",
      },
      quotes: {
        neglect: [quote("twice reported the children out alone in the evening", "3")],
        parental_mental_health: [
          quote("She had been treated some years ago and was well", "3", "paragraph 1"),
        ],
      },
      unsure: ["parental_mental_health"],
    },
    third: {
      scores: "2300213330303",
      notes: { parental_mental_health: "Page 7: treatment stopped in the spring" },
      quotes: {
        parental_mental_health: [
          quote("She had stopped taking her medication and was not sleeping", "7", "paragraph 3"),
          quote("two crisis contacts in the month before the hearing", "11", "paragraph 1"),
        ],
      },
    },
  },
  {
    reference: "2016-06",
    caseType: "private_wtfh_wafh",
    incidentType: "suicide",
    coders: ["lead", "second"],
    submitted: ["lead", "second"],
    lead: {
      scores: "0200300221020",
      notes: { threats_or_abduction: "Page 5: repeated hints that the child would be taken" },
    },
    second: {
      scores: "0100300231000",
      notes: { threats_or_abduction: "Page 5: hostility, but nothing about the child" },
      unsure: ["threats_or_abduction"],
    },
  },
  {
    reference: "2016-07",
    caseType: "public_other",
    incidentType: "neglect_fatal",
    coders: everyone,
    submitted: everyone,
    lead: {
      scores: "3210032100001",
      notes: {
        neglect: "Pages 2 to 6: repeated agency action without change",
        parental_drug_misuse: "Page 6: current and chaotic",
      },
    },
    second: {
      scores: "3310032100002",
      notes: { emotional_abuse: "Page 4: a continuing pattern" },
    },
    third: { scores: "3210012100001", notes: { parental_drug_misuse: "Page 2: in the past" } },
  },
  {
    reference: "2016-08",
    caseType: "private_wtfh",
    incidentType: "spite_revenge_killing",
    coders: everyone,
    submitted: everyone,
    lead: { scores: "0200310100030", notes: { threats_or_abduction: "Page 8: explicit, recent" } },
    second: { scores: "0200310100030" },
    third: { scores: "0200310100020", notes: { threats_or_abduction: "Page 8: implied" } },
  },
];
