import { InputBoxValidationSeverity, window, type InputBox } from 'vscode';
import { lengthProblem } from '../text/describeLength';
import { answered, prepare, readingOf, type Answer, type Question, type Read } from './ask';
import { caughtWords } from './caughtWords';
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
  readonly problem?: string;
  readonly password?: boolean;
  /** The most characters that an answer has. */
  readonly longest: number;
  readonly read: Read<string, T>;
  /** What is worth knowing of a text before it is taken, and does not stand in the way of that. */
  readonly warning?: (typed: string) => string | undefined;
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
  box.validationMessage = problem;
  return answered(box, (resolve, closed) => {
    const current = new CurrentRead(box, closed);
    const caught = caughtWords();
    const secretsOf = (text: string): readonly string[] => (password ? [text] : []);
    box.onDidChangeValue((text) => {
      current.edited();
      try {
        onType?.(box, text);
        box.validationMessage = lengthProblem(text, longest) ?? warned(warning?.(text));
      } catch (error) {
        box.validationMessage = caught(error, secretsOf(text));
      }
    });
    box.onDidAccept(async () => {
      if (current.isOfPresentText) return;
      const text = box.value;
      const tooLong = lengthProblem(text, longest);
      const reading =
        tooLong === undefined
          ? await current.begin((signal) => readingOf(() => read(text, signal), caught, secretsOf(text)))
          : { problem: tooLong };
      if (reading === ENDED || reading === 'stays') return;
      if ('value' in reading) resolve({ value: reading.value, text });
      else box.validationMessage = reading.problem;
    });
  });
}

function warned(message: string | undefined): InputBox['validationMessage'] {
  return message === undefined ? undefined : { message, severity: InputBoxValidationSeverity.Warning };
}
