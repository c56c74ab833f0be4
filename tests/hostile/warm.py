"""What every measuring process starts with, made once: imported modules, tables of grammars, compiled patterns."""

import gc

from tests.hostile.steps import steps

for _, _run in steps("# Rain\n\nBy Ada Poole\n\nLOWMOUTH (Reuters) - *Rain* fell on [Monday](#). (Photo: EPA)\n"):
    _run()

gc.collect()
gc.freeze()  # no collection has to look at all of this again
