import { runTogether } from '../support/run-together';

runTogether(3, 4);
