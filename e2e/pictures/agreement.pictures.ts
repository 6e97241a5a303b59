import { bringReferenceCases } from "@/db/reference-cases.fixtures";
import { test } from "../study";
import { pictureOf } from "./camera";

test("the agreement between coders", async ({ study }) => {
  await bringReferenceCases(study.people.Lena);
  const lead = await study.as("Lena");
  await pictureOf(lead, "/agreement", "agreement");
  await pictureOf(lead, "/agreement?factor=neglect&pair=A-B&cell=2-1", "agreement-factor");
  await pictureOf(lead, "/agreement?view=stages", "agreement-stages");
  await pictureOf(lead, "/agreement?view=time", "agreement-time");
  await pictureOf(lead, "/agreement?view=risk&coder=A&coder=B", "agreement-risk");
  await pictureOf(
    lead,
    "/agreement?factor=neglect&stage=first-agreed&cell=2-3",
    "agreement-agreed",
  );
  await pictureOf(lead, "/agreement?from=soon&to=1+May+2016", "agreement-wrong-dates");
  const analyst = await study.as("Dora");
  await pictureOf(analyst, "/agreement?factor=neglect", "agreement-factor-analyst");
});
