import { DefaultServiceRegistry, type LangiumCoreServices, type LangiumSharedCoreServices, type Module } from 'langium';

/** Whatever a document is called, it is a journey: a file that was never saved has a name without an ending. */
class OneLanguage extends DefaultServiceRegistry {
  #only: LangiumCoreServices | undefined;

  override register(language: LangiumCoreServices): void {
    super.register(language);
    this.#only = language;
  }

  override getServices(uri: Parameters<DefaultServiceRegistry['getServices']>[0]): LangiumCoreServices {
    return this.#only ?? super.getServices(uri);
  }

  override hasServices(): boolean {
    return this.#only !== undefined;
  }
}

export const oneLanguage: Module<LangiumSharedCoreServices, Pick<LangiumSharedCoreServices, 'ServiceRegistry'>> = {
  ServiceRegistry: () => new OneLanguage(),
};
