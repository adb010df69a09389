// SPDX-License-Identifier: Apache-2.0
// Nothing: its target exists for the headers that are parsed once for all others (XpPrecompiled.cmake).
