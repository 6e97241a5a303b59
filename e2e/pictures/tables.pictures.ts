import { must } from "@/db/fixtures";
import { bringReferenceCases } from "@/db/reference-cases.fixtures";
import { makeRelease } from "@/db/releases/make";
import { getReleasePreview } from "@/db/releases/next";
import { test } from "../study";
import { pictureOf } from "./camera";

test("the tables and charts of the report", async ({ study }) => {
  await bringReferenceCases(study.people.Lena);
  const seen = (await getReleasePreview(study.people.Lena))?.seen ?? "";
  must(await makeRelease(study.people.Lena, { note: "For the annual report", seen }));
  const lead = await study.as("Lena");
  await pictureOf(lead, "/tables?sample=2015", "tables");
  await pictureOf(lead, "/tables?release=1&view=publication", "tables-publication");
  await pictureOf(lead, "/tables?view=publication", "tables-newest-release");
  const cell = "table=table_10&line=part-private_wtfh&column=all_samples";
  await pictureOf(lead, `/tables/cases?${cell}&sample=2015`, "tables-cases");
  await pictureOf(lead, "/tables/context", "tables-context");
  await pictureOf(lead, "/settings", "settings");
  await pictureOf(lead, "/tables/analyses?sample=2015&intervals=yes", "analyses");
  await pictureOf(lead, "/tables/analyses?sample=2012", "analyses-first-sample");
  await pictureOf(lead, "/tables/coders", "coders");
});
