import { CancellationTokenSource } from 'vscode';
import type { MapAnswer, MapParams } from '../../server/protocol.ts';
import type { LanguageService } from '../language-service.ts';

/** Asks the server for maps, always for the newest text and never for two at once. */
export class MapSource {
  readonly #service: LanguageService;
  readonly #params: () => MapParams;
  readonly #receive: (answer: MapAnswer | null) => void;
  #asking: CancellationTokenSource | undefined;
  #isWantedAgain = false;

  /**
   * @param params what is wanted, at the moment at which it is asked for
   * @param receive gets the map, or null when there is none
   */
  constructor(service: LanguageService, params: () => MapParams, receive: (answer: MapAnswer | null) => void) {
    this.#service = service;
    this.#params = params;
    this.#receive = receive;
  }

  /** Asks at once; while an answer is awaited, once more behind it. */
  ask(): void {
    if (this.#asking === undefined) void this.#send();
    else this.#isWantedAgain = true;
  }

  /** Forgets what was asked: another file is to be shown. */
  cancel(): void {
    this.#asking?.cancel();
    this.#asking = undefined;
    this.#isWantedAgain = false;
  }

  async #send(): Promise<void> {
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    let answer: MapAnswer | null | undefined;
    try {
      answer = await this.#service.request<MapAnswer | null>('journey/map', this.#params(), asking.token);
    } catch {
      // Cancelled, or the server has ended: it comes back and is asked again.
      answer = undefined;
    }
    if (this.#asking !== asking) return;
    this.#asking = undefined;
    if (answer !== undefined) this.#receive(answer);
    if (!this.#isWantedAgain) return;
    this.#isWantedAgain = false;
    this.ask();
  }
}
