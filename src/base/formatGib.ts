/** A size as people call it: "30 GB", "500 MB". @param gib GiB, which are called GB */
export function formatGib(gib: number): string {
  return gib > 0 && gib < 1 ? `${String(gib * 1024)} MB` : `${String(gib)} GB`;
}
