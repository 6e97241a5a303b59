import type { Book } from "@/domain/dataset/table";
import { bookOf } from "../exports/reading";
import { reader } from "../store/store";

/** The code lists and codebook that uploads are matched to. They say nothing of any case. */
export function bookNow(): Promise<Book> {
  return bookOf(reader(), null);
}
