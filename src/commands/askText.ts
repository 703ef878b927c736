import { InputBoxValidationSeverity, window, type InputBox } from 'vscode';
import { isTooLong } from '../base/longest';
import { boxProblemText, type BoxProblem } from '../text/describeBoxProblem';
import { tooLongText } from '../text/describeLength';
import { answered, prepare, readingOf, type Answer, type Question, type Read } from './ask';
import { caughtProblems } from './caughtProblem';
import { CurrentRead, ENDED } from './currentRead';

/**
 * A question that is answered with a text.
 * @typeParam T what is made of the text
 */
export interface TextQuestion<T> extends Question {
  readonly prompt?: string;
  /** What stands there at first. */
  readonly text: string;
  /** What is wrong with that, where it is known already. */
  readonly problem?: BoxProblem;
  readonly password?: boolean;
  /** The most characters that an answer has. */
  readonly longest: number;
  readonly read: Read<string, T>;
  /** What is worth knowing of a text before it is taken, and does not stand in the way of that. */
  readonly warning?: (typed: string) => BoxProblem | undefined;
  /** Hears every change of what is typed, to put something else in its place. */
  readonly onType?: (box: InputBox, typed: string) => void;
}

/** An input box. What was typed stays until it is good; who edits it while it is read has that ended. @throws {Canceled} when given up */
export function askText<T>(question: TextQuestion<T>): Promise<Answer<T>> {
  const { read, longest, problem, onType, warning, password = false } = question;
  const box = window.createInputBox();
  prepare(box, question);
  box.placeholder = question.placeholder;
  box.prompt = question.prompt;
  box.value = question.text;
  box.password = password;
  box.validationMessage = problem && boxProblemText(problem);
  return answered(box, (resolve, closed) => {
    const current = new CurrentRead(box, closed);
    const caught = caughtProblems();
    const secretsOf = (text: string): readonly string[] => (password ? [text] : []);
    box.onDidChangeValue((text) => {
      current.edited();
      try {
        onType?.(box, text);
        box.validationMessage = isTooLong(text, longest) ? tooLongText(longest) : warned(warning?.(text));
      } catch (error) {
        box.validationMessage = boxProblemText(caught(error, secretsOf(text)));
      }
    });
    box.onDidAccept(async () => {
      if (current.isOfPresentText) return;
      const text = box.value;
      if (isTooLong(text, longest)) {
        box.validationMessage = tooLongText(longest);
        return;
      }
      const reading = await current.begin((signal) =>
        readingOf(() => read(text, signal), caught, secretsOf(text)),
      );
      if (reading === ENDED || reading === 'stays') return;
      if ('value' in reading) resolve({ value: reading.value, text });
      else box.validationMessage = boxProblemText(reading.problem);
    });
  });
}

function warned(problem: BoxProblem | undefined): InputBox['validationMessage'] {
  if (problem === undefined) return undefined;
  return { message: boxProblemText(problem), severity: InputBoxValidationSeverity.Warning };
}
