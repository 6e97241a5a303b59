import { bringReferenceCases } from "@/db/reference-cases.fixtures";
import { test } from "../study";
import { pictureOf } from "./camera";

test("the agreement between coders", async ({ study }) => {
  await bringReferenceCases(study.people.Lena);
  const lead = await study.as("Lena");
  await pictureOf(lead, "/agreement", "agreement");
  await pictureOf(lead, "/agreement?factor=neglect&pair=A-B&cell=2-1", "agreement-factor");
  const analyst = await study.as("Dora");
  await pictureOf(analyst, "/agreement?factor=neglect", "agreement-factor-analyst");
});
