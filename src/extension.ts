export function activate(): void {
  // The parts are put together here.
}
