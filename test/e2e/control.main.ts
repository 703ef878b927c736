// The main file of an extension that shows whether it would be noticed if another failed where nobody sees it.
import { rejectOnPurpose } from '../hosts/control';

export function activate(): void {
  rejectOnPurpose();
}
