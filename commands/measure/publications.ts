import { must, person, release, temporaryStudy } from "@/db/fixtures";
import { importDrafts } from "@/db/imports/import-drafts";
import { getPublication } from "@/db/tables/publication";
import { headingOfTwice, twice } from "./twice";
import { variedDrafts } from "./varied-drafts";

/*
 * What it takes to work out what may be published of the last of some releases, each with a sample
 * more than the one before: RELEASES CASES-OF-A-SAMPLE. The first time all of them are worked out.
 */

const [releases = 9, casesOfSample = 25] = process.argv.slice(2).map(Number);
const study = await temporaryStudy();
try {
  const lead = await person("Lena", "lead");
  const bring = async (sample: number) => {
    const drafts = variedDrafts(String(sample), casesOfSample);
    const files = [{ name: `${sample}.csv`, sha256: "invented" }];
    must(await importDrafts(lead, { files, matching: {}, drafts: [drafts], reason: "" }));
  };
  await bring(2011);
  for (let number = 1; number <= releases; number += 1) {
    await bring(2011 + number);
    await release(lead);
  }
  console.log(headingOfTwice);
  await twice(`publication of release ${releases}, ${releases + 1} samples`, () =>
    getPublication(lead, releases).then(must),
  );
} finally {
  study.end();
}
