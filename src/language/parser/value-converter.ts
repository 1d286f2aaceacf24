import { type CstNode, isLeafCstNode, type ValueConverter } from 'langium';
import { readString } from './strings.ts';

/**
 * Gives strings their text and ids one Unicode form (macOS writes が as two characters). Quantities, dates and hours
 * keep their written form: lowering reads them with quantity.ts, and shows them as the author wrote them.
 */
export class JourneyValueConverter implements ValueConverter {
  convert(input: string, node: CstNode): string {
    // A data type rule such as QualifiedName asks again for the whole, whose parts are converted already.
    if (!isLeafCstNode(node)) return input;
    switch (node.tokenType.name) {
      case 'STRING':
        return readString(input);
      case 'QUANTITY':
      case 'DATE':
      case 'HOURS':
        return input;
      default:
        return isAscii(input) ? input : input.normalize('NFC');
    }
  }
}

/** Text that has only one form. */
function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}
