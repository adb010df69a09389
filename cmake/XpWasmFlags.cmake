# SPDX-License-Identifier: Apache-2.0
# How everything of ours is compiled to WebAssembly.

# Exceptions are not used in what the studio is made of, and cost a tenth of its size. No -flto: Qt is not compiled with
# it, and functions of Qt that only our vtables name would then get a wrong signature, and trap when they are called.
add_compile_options(-fno-exceptions)
add_compile_definitions(BOOST_NO_EXCEPTIONS JSON_NOEXCEPTION)
# Not -Oz: with it emscripten links smaller log and pow, which are a unit in the last place off far more often; small
# differences of large numbers then no longer are what they are on the desktop (the test same_numbers).
add_link_options(-Os)
